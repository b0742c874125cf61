@echo off
rem Starts firstday on Windows: finds a Java, builds the program when its sources have changed, runs it.
rem The twin of dist/firstday, and like it silent on stdout. ASCII only, and CRLF line ends.
rem Its own exit codes: 2 when Java or Maven is missing, 70 when the build fails.
setlocal EnableExtensions DisableDelayedExpansion

for %%I in ("%~dp0..") do set "root=%%~fI"
set "target=%root%\target"
set "jar=%target%\app\firstday.jar"
set "javahome="
set "old="

rem A package may bring its own Java, with what that has compiled ahead of time for the jars as they came.
set "ahead="
if exist "%root%\runtime\bin\java.exe" (
  set "javahome=%root%\runtime"
  if exist "%root%\lib\firstday.aot" set ahead="-XX:AOTCache=%root%\lib\firstday.aot"
  goto :packaged
)
call :find_java
if not defined javahome goto :no_java

:packaged

if exist "%root%\lib\firstday.jar" (
  set "jar=%root%\lib\firstday.jar"
  goto :start
)
call :fresh && goto :start
set "maven="
if exist "%root%\mvnw.cmd" set "maven=%root%\mvnw.cmd"
for %%M in (mvn.cmd) do if not "%%~$PATH:M"=="" set "maven=%%~$PATH:M"
if not defined maven goto :no_maven
if not exist "%target%" md "%target%"

rem One build at a time: Windows lets only one process write to the lock file, and gives it back when that one ends.
set /a waited=0
:build
set "result="
8>&2 2>nul ( 9>"%target%\firstday.lock" call :build_alone )
if not defined result (
  if %waited%==0 >&2 echo firstday: waiting for another build...
  if %waited% geq 600 (
    >&2 echo firstday: can't write "%target%\firstday.lock"
    exit /b 70
  )
  set /a waited+=1
  ping -n 2 127.0.0.1 >nul
  goto :build
)
if not "%result%"=="0" exit /b 70

:start
rem On one line with endlocal, so that none of the variables above reaches the program.
endlocal & "%javahome%\bin\java.exe" %ahead% "@%~dp0java.options" -jar "%jar%" %*
exit /b %errorlevel%

rem --- Java ---

:find_java
if defined JAVA_HOME call :try "%JAVA_HOME%"
if defined javahome exit /b
for %%J in (java.exe) do if not "%%~$PATH:J"=="" for %%D in ("%%~dp$PATH:J..") do call :try "%%~fD"
if defined javahome exit /b
for %%F in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\Zulu" "%LocalAppData%\Programs\Eclipse Adoptium") do (
  for /d %%D in ("%%~F\*") do call :try "%%~fD"
)
exit /b

rem The home of a Java names its version in its release file; no JVM is started to learn it.
:try
if defined javahome exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
set "version="
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do set "version=%%~V"
if not defined version exit /b
set "feature="
for /f "delims=.-+_" %%N in ("%version%") do set "feature=%%N"
if not defined feature exit /b
if %feature% geq 21 ( set "javahome=%~1" ) else if not defined old set "old=%version% in %~1"
exit /b

rem --- The build ---

rem The sources as they were when the build began are kept in target\built; robocopy /L only tells whether they differ.
:fresh
if not exist "%jar%" exit /b 1
if not exist "%target%\built\top" exit /b 1
robocopy "%root%" "%target%\built\top" pom.xml wizard-steps.yaml /L /NJH /NJS /NDL /NFL /NC /NS >nul
if errorlevel 1 exit /b 1
robocopy "%root%\src\main" "%target%\built\main" /MIR /L /NJH /NJS /NDL /NFL /NC /NS >nul
if errorlevel 1 exit /b 1
exit /b 0

rem Runs with its talk on handle 8, because handle 2 is closed to the message about a lock that is taken.
:build_alone
set "result=0"
call :fresh && exit /b
>&8 echo firstday: building (first use takes about a minute)...
if exist "%target%\built.new" rd /s /q "%target%\classes" "%target%\built.new"
if exist "%target%\built" rd /s /q "%target%\built"
if exist "%jar%" del /q "%jar%"
robocopy "%root%" "%target%\built.new\top" pom.xml wizard-steps.yaml /NJH /NJS /NDL /NFL >nul
robocopy "%root%\src\main" "%target%\built.new\main" /MIR /NJH /NJS /NDL /NFL >nul
set "before=%JAVA_HOME%"
set "JAVA_HOME=%javahome%"
call "%maven%" -B -ntp -Dmaven.test.skip=true -f "%root%\pom.xml" package >"%target%\build.log" 2>&1 <nul
set "result=%errorlevel%"
set "JAVA_HOME=%before%"
if "%result%"=="0" if not exist "%jar%" set "result=1"
if "%result%"=="0" (
  ren "%target%\built.new" built
  exit /b
)
>&8 echo firstday: the build failed. The whole log is in "%target%\build.log"
findstr /b /c:"[ERROR] " "%target%\build.log" >&8
exit /b

rem --- What is missing ---

:no_java
if not defined old set "old=none"
>&2 echo firstday: needs Java 21 or newer, and found %old%
>&2 echo firstday: install Eclipse Temurin JDK 25, or point JAVA_HOME to a JDK that is already there:
>&2 echo   winget install EclipseAdoptium.Temurin.25.JDK
>&2 echo firstday: nothing was started (exit code 2)
exit /b 2

:no_maven
>&2 echo firstday: needs Apache Maven 3.8 or newer to build itself on first use; found no mvn on the PATH. Install it:
>&2 echo   scoop install maven    or    choco install maven
>&2 echo firstday: nothing was started (exit code 2)
exit /b 2
