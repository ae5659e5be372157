"""Sign in with a telephone number and a six-figure code; no password, no puzzle.

The pages say the same to a number we know and to one we do not. The number and
the code travel along as hidden fields; the code is spent only when the session
starts, so "Margaret or Bill?" can be asked between.
"""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from timebank import errors
from timebank.members import sessions, sign_in
from web import cookies, places, render
from web.forms import reading
from web.forms import signing_in as forms
from web.forms.filled import Filled, empty

NUMBER_PAGE = "public/sign_in/number.html"
CODE_PAGE = "public/sign_in/code.html"
WHO_PAGE = "public/sign_in/who.html"
WRONG = "That is not the code we made for you. Please look again, figure by figure"
EXPIRED = "That code is too old now. Please ask for a new one"
TOO_MANY = "That has been tried a few times now. Please wait ten minutes, or ring us"
NOT_CHOSEN = "Please choose who you are"


async def number(request: Request) -> Response:
    """Ask for the number; sent, a code goes out and its page is shown."""
    if request.method != "POST":
        if request.state.visitor is not None:
            return RedirectResponse(_home(request, request.query_params.get("next", "")), 303)
        return _show(request, NUMBER_PAGE, empty(next=request.query_params.get("next", "")))
    read = reading.fit(forms.Number, await reading.typed(request))
    if read.value is None:
        return _show(request, NUMBER_PAGE, read.form)
    try:
        await sign_in.send_code(read.value.number)
    except errors.Invalid as wrong:
        return _show(request, NUMBER_PAGE, read.form.needing(number=wrong.reason))
    except errors.TooManyTries:
        return _show(request, NUMBER_PAGE, read.form.needing(number=TOO_MANY))
    return _show(request, CODE_PAGE, read.form)


async def code(request: Request) -> Response:
    """Check the code; one person is signed in, several are asked who they are."""
    if request.method != "POST":
        return RedirectResponse("/sign-in", 303)
    read = reading.fit(forms.Code, await reading.typed(request))
    if read.value is None:
        return _show(request, NUMBER_PAGE if "number" in read.form.errors else CODE_PAGE, read.form)
    try:
        candidates = await sign_in.check_code(read.value.number, read.value.code)
        return await _welcome(request, read.form, candidates)
    except sign_in.WrongCode:
        return _show(request, CODE_PAGE, read.form.needing(code=WRONG))
    except sign_in.CodeExpired:
        return _show(request, CODE_PAGE, read.form.needing(code=EXPIRED))
    except errors.TooManyTries:
        return _show(request, CODE_PAGE, read.form.needing(code=TOO_MANY))


async def leave(request: Request) -> Response:
    """Sign out, whoever it is."""
    if token := cookies.token(request):
        await sessions.end(token)
    response = RedirectResponse("/", 303)
    cookies.forget(request, response)
    return response


async def _welcome(request: Request, form: Filled, candidates: list[sign_in.Candidate]) -> Response:
    chosen = [one for one in candidates if form.value("who") == _key(one)]
    if len(candidates) > 1 and not chosen:
        wrong = {"who": NOT_CHOSEN} if "who" in form.typed else {}
        options = [(_key(one), f"{one.first_name} {one.last_name}", one.belongs_to) for one in candidates]
        return _show(request, WHO_PAGE, form.needing(**wrong), options=options)
    token = await sessions.start((chosen or candidates)[0])
    found = await sessions.visitor(token)
    request.state.visitor = found
    response = RedirectResponse(_home(request, form.value("next")), 303)
    cookies.remember(request, response, token)
    return response


def _key(candidate: sign_in.Candidate) -> str:
    return str(candidate.person_id or candidate.officer_id)


def _home(request: Request, wanted: str) -> str:
    """The page they came for, else their own first page."""
    return forms.onward(wanted) or places.home_of(request.state.visitor)


def _show(request: Request, template: str, form: Filled, **facts: object) -> Response:
    """A page of signing in; what belongs to the other pages is taken along."""
    here = {NUMBER_PAGE: ("number",), CODE_PAGE: ("code",), WHO_PAGE: ("who",)}[template]
    earlier = {NUMBER_PAGE: (), CODE_PAGE: ("number",), WHO_PAGE: ("number", "code")}[template]
    along = tuple(name for name in (*earlier, "next") if name not in here and form.value(name))
    status = 422 if form.errors else 200
    return render.page(request, template, status, form=form.keeping(*along), **facts)
